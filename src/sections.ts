import { dashboardSection, reportsSection, wordsSection, themesSection } from './analysis/index.ts'
import { templatesSection } from './answer-templates/index.ts'
import { attentionSection } from './attentions/index.ts'
import { deskSection } from './cases/index.ts'
import {
  counterSection,
  incidentsSection,
  devicesSection,
  mailboxSection,
  postersSection,
  sheetsSection,
} from './channels/index.ts'
import { programmeSection } from './collection/index.ts'
import { improvementSections } from './improvements/index.ts'
import { dataRequestsSection } from './data-requests/index.ts'
import {
  custodySection,
  figuresSection,
  officersSection,
  keysSection,
  sideOf,
} from './corruption-reports/index.ts'
import {
  accessibilitySection,
  daysSection,
  organisationSection,
  startUpSection,
  rulesSection,
} from './installation/index.ts'
import { importsSection } from './imports/index.ts'
import { tokensSection } from './interface-tokens/index.ts'
import { looksSection } from './looks/index.ts'
import { noticesSection } from './notices/index.ts'
import { peopleSections, type Section, type Shelf } from './people/index.ts'
import { retentionSection } from './retention/index.ts'
import { routingSection } from './routing/index.ts'
import { changesSection } from './settings/index.ts'
import { surveySection } from './surveys/index.ts'
import { daySection } from './watching/index.ts'
import { reliefSection, workloadSection } from './workload/index.ts'

const onShelf = (shelf: Shelf, ...shelved: readonly Section[]): Section[] =>
  shelved.map((section) => ({ ...section, shelf }))

/** The staff's side in the order of its navigation; a person's first section is where they begin. */
const sections: readonly Section[] = [
  daySection,
  deskSection,
  counterSection,
  sheetsSection,
  incidentsSection,
  mailboxSection,
  officersSection,
  custodySection,
  ...onShelf('keeping', workloadSection, reliefSection, ...peopleSections),
  keysSection,
  ...onShelf(
    'keeping',
    startUpSection,
    organisationSection,
    routingSection,
    rulesSection,
    daysSection,
    accessibilitySection,
    noticesSection,
    retentionSection,
    looksSection,
    templatesSection,
    changesSection,
  ),
  ...onShelf('doors', devicesSection, postersSection, tokensSection),
  ...onShelf(
    'listening',
    surveySection,
    attentionSection,
    dataRequestsSection,
    importsSection,
    programmeSection,
    figuresSection,
  ),
  ...onShelf('understanding', dashboardSection, themesSection, reportsSection, wordsSection),
  ...onShelf('improving', ...improvementSections),
]

/** On an address of their own the sealed rooms are alone. */
export function sectionsOn(side: ReturnType<typeof sideOf>): readonly Section[] {
  if (side === 'both') return sections
  return sections.filter(({ sealed = false }) => sealed === (side === 'officers'))
}

/** Where the sealed rooms stand. */
export const sealedPaths = sections.filter(({ sealed }) => sealed).map(({ path }) => path)
