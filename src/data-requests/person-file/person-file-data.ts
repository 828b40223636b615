import type { CaseInFile, PersonFile } from './read-person-file.ts'

/** The same for a machine: every field by a name that does not change. */
export function personFileData({ madeAt, administration, cases, looks }: PersonFile) {
  return {
    format: 'libro-abierto-person-file',
    version: 1,
    madeAt: madeAt.toISOString(),
    administration,
    cases: cases.map(caseData),
    looks,
  }
}

function caseData({ item, status, person, words, rating, ...around }: CaseInFile) {
  return {
    caseNumber: item.caseNumber,
    kind: item.kind,
    state: item.state,
    registeredAt: item.registeredAt.toISOString(),
    occurredOn: item.occurredOn,
    channel: item.channel,
    language: item.language,
    centre: around.centre,
    service: around.service,
    motives: item.motives,
    dueOn: item.dueOn,
    outcome: item.outcome,
    answerBy: item.answerBy,
    consents: {
      electronicNotice: item.electronicNotice,
      resultsTold: item.resultsTold,
      quotation: item.quotation,
    },
    analysisOpposed: around.opposed,
    person,
    words: words.map(({ kind, text, at }) => ({ kind, text, at: at.toISOString() })),
    answer: status.answer && { text: status.answer.text, measures: status.answer.measures },
    rating: rating && { resolved: rating.resolved, satisfaction: rating.satisfaction },
    history: status.history.map(({ at, event, label, text, from }) => ({
      ...{ at: at.toISOString(), event, label, text, from },
    })),
    letters: around.letters,
    files: around.packed.map(({ file, path }) => ({ name: file.name, bytes: file.bytes, path })),
  }
}
