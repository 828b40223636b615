import type { Readable } from 'node:stream'
import type { Db } from '../platform/database/connection.ts'
import type { PlainDate } from '../platform/dates.ts'
import type { T } from '../platform/i18n/index.ts'
import type { ImprovementPlace } from './improvement-place.ts'

/**
 * What can be proved by what the book holds. The evaluation model's packs name these keys; a room that
 * proves something new adds one here.
 */
export const PROOF_KEYS = [
  'collection.mechanism',
  'collection.strategy',
  'collection.procedure',
  'collection.programme',
  'collection.collected',
  'collection.devices',
  'analysis.report',
  'analysis.quantitative',
  'analysis.qualitative',
  'analysis.attentions',
  'cases.followed',
  'process.version',
  'process.flow',
  'process.validated',
  'gaps.analysis',
  'gaps.prioritised',
  'gaps.current',
  'project.from_gap',
  'project.plan',
  'project.approved',
  'project.official_status',
  'project.progress',
  'effect.before_after',
  'effect.photos',
  'told.people',
  'team.charter',
  'team.roles',
  'team.meetings',
  'dissemination.project',
  'dissemination.gaps',
  'dissemination.protocol',
  'dissemination.ethics',
  'dissemination.conduct',
  'dissemination.window_guidelines',
  'dissemination.results',
  'dissemination.order',
  'dissemination.practice',
  'protocol.document',
  'protocol.reinforced',
  'protocol.supervised',
  'services.catalogue',
  'services.information',
  'services.hours',
  'measures.plan',
  'measures.photos',
  'inspections.programme',
  'inspections.reports',
  'risks.register',
  'risks.actions',
  'corruption.channel',
  'practices.problem',
  'practices.draft',
  'practices.plan',
  'practices.liaison',
  'practices.implemented',
  'practices.results',
  'practices.tests',
  'practices.sheet',
  'practices.recognition',
  'digitalisation.levels',
  'digitalisation.actions',
  'evaluation.signed',
  'instruments.diagnosis',
  'instruments.schedule',
  'instruments.needs',
  'instruments.value',
  'instruments.experience',
  'instruments.affinity',
  'instruments.plan',
  'instruments.culture',
] as const
export type ProofKey = (typeof PROOF_KEYS)[number]

/** One thing that is there, as an evaluator would be shown it. */
export interface Proof {
  key: ProofKey
  /** In the language asked for, without any person of the public. */
  title: string
  on: PlainDate | null
  /** Where it stands on the staff's side. */
  href: string
  /** Whole, or begun and not good enough yet. */
  state: 'proved' | 'begun'
  /** What it lacks, as sentences; empty when whole. */
  lacks: readonly string[]
  papers: readonly Paper[]
  /** Photos of one spot, before and after; their papers need not stand in `papers` too. */
  pairs?: readonly PaperPair[]
}

export interface PaperPair {
  spot: string
  before: Paper
  after: Paper
  /** What makes one doubt it, as sentences. */
  doubts: readonly string[]
}

/** A file of the evidence pack; opened only when it is written, so that a thousand of them cost nothing. */
export interface Paper {
  /** Without folder, with its ending: `acta-2026-v2.pdf`. */
  fileName: string
  title: string
  on: PlainDate | null
  /** Drawn from data with persons masked, or somebody's file that a person must look at before it leaves. */
  review: 'none' | 'by_hand'
  open: (leaving: Leaving) => Promise<Readable>
}

/** With what a paper is written that leaves the house: all of one moment, and nobody in it by name. */
export interface Leaving {
  db: Db
  /** What the directory calls somebody of the staff. */
  postOf: (accountId: string) => string
  /** For whatever somebody typed. */
  mask: (text: string) => string
}

export interface ProofQuestion extends ImprovementPlace {
  slug: string
  year: number
  today: PlainDate
  lang: string
  t: T
}

/** What a room has to show of a year in a place. */
export type TellProofs = (db: Db, question: ProofQuestion) => Promise<readonly Proof[]>
