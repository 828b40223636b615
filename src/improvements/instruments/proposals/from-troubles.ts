import { listTroubles, type Trouble } from '../../../analysis/index.ts'
import { sayLink } from '../../gaps/index.ts'
import type { Cells } from '../instrument.ts'
import { MANY, priorityOf, shareOf } from './need-priority.ts'
import { troubleQuestion, type Asking, type Propose, type Proposal } from './proposal.ts'

const MOST = 15

/** Needs and expectations, out of what people said: codes, causes, themes, and drivers of the surveys. */
export const proposeNeeds: Propose = async (asking) => {
  const troubles = (await listTroubles(asking.db, troubleQuestion(asking))).slice(0, MOST)
  return troubles.map((trouble) => proposalOf(asking, trouble, needOf(asking, trouble)))
}

/** What adds value and what does not, by the drivers of satisfaction. */
export const proposeValue: Propose = async (asking) => {
  const { t, serviceName } = asking
  const troubles = await listTroubles(asking.db, troubleQuestion(asking))
  const drivers = troubles.filter(({ kind }) => kind === 'driver')
  return drivers.map((driver) => {
    const said = t('improvements-instruments.unsatisfied', { n: driver.n ?? 0, of: driver.of })
    const share = shareOf(driver)
    return proposalOf(asking, driver, {
      service: serviceName,
      result: t(`improvements-instruments.need_of.${driver.id}`),
      attributes: t(`improvements-instruments.expectation_of.${driver.id}`),
      adds: share < MANY ? said : '',
      does_not_add: share < MANY ? '' : said,
    })
  })
}

function proposalOf({ t, lang }: Asking, trouble: Trouble, cells: Cells): Proposal {
  const named = { ...trouble, name: nameOf(trouble, t) }
  return { key: `${trouble.kind}:${trouble.id}`, said: sayLink(named, { t, lang }), cells }
}

function needOf({ t, serviceName }: Asking, trouble: Trouble): Cells {
  const isDriver = trouble.kind === 'driver'
  return {
    segment: t('improvements-instruments.segment', { service: serviceName }),
    technique: isDriver ? 'survey' : 'claims',
    need: isDriver
      ? t(`improvements-instruments.need_of.${trouble.id}`)
      : t('improvements-instruments.need_from', { name: trouble.name }),
    expectation: isDriver ? t(`improvements-instruments.expectation_of.${trouble.id}`) : '',
    priority: priorityOf(trouble),
  }
}

function nameOf({ kind, name }: Trouble, t: Asking['t']): string {
  return kind === 'driver' ? t(`improvements-gaps.driver.${name}`) : name
}
