import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { chartView } from '../../charts/index.ts'
import { isTrouble } from '../idea.ts'
import { rankCauses, RANKINGS, type ParetoRow, type Ranking } from '../pareto.ts'
import { enterRoom, roomHead, type Room } from './room.ts'

/** What weighs most, by how often it is told and by how grave it is. */
export function showPareto(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const troubles = room.ideas.filter(isTrouble)
    const model = {
      ...roomHead(room, 'pareto'),
      praise: room.ideas.length - troubles.length,
      rankings: RANKINGS.map((by) => rankingView(rankCauses(troubles, by), by, room)),
    }
    render(response, 'analysis/findings/pareto', model, { layout: 'staff' })
  }
}

function rankingView(rows: readonly ParetoRow[], by: Ranking, room: Room) {
  const { t, lang, nameOf, urls } = room
  const vital = rows.filter((row) => row.vital)
  const chart = {
    form: 'bars' as const,
    title: t(`findings.pareto.${by}.finding`, { count: vital.length, all: rows.length }),
    unit: { text: t(`findings.pareto.${by}.unit`), as: 'number' as const, decimals: 0 },
    axis: t('findings.theme'),
    categories: rows.map(({ code }) => nameOf(code)),
    series: [
      {
        name: t(`findings.pareto.${by}.unit`),
        points: rows.map((row) => ({ value: by === 'frequency' ? row.ideas : row.weight })),
      },
    ],
  }
  return {
    by,
    heading: t(`findings.pareto.${by}.heading`),
    // the ranking beside it holds the same numbers and more
    chart: { ...chartView(chart, { id: `pareto-${by}`, level: 3 }, { t, lang }), table: null },
    rows: rows.map((row) => ({
      ...row,
      name: nameOf(row.code),
      quotesUrl: urls.theme(row.code),
      causeUrl: urls.cause(row.code),
    })),
  }
}
