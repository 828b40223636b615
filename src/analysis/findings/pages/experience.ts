import { formatNumber } from '../../../platform/i18n/index.ts'
import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { writeSvg } from '../../charts/index.ts'
import { STAGES } from '../../words/index.ts'
import { drawExperience } from '../draw-experience.ts'
import { mapExperience, withoutStage } from '../experience.ts'
import { enterRoom, roomHead } from './room.ts'

const PAINS_SHOWN = 3

/** The journey of people stage by stage: how it felt, what hurt, where it was decided. */
export function showExperience(system: System): Page {
  return async (request, response) => {
    const room = await enterRoom(system, request, response)
    const { t, lang, ideas, nameOf } = room
    const stages = mapExperience(ideas, STAGES).map((stage) => {
      const points = stage.points.map((point) => ({ ...point, name: nameOf(point.code) }))
      return {
        ...stage,
        name: t(`findings.stage.${stage.stage}`),
        felt: stage.emotion === null ? null : sayEmotion(stage.emotion, lang),
        pains: points.filter(({ pain }) => pain).slice(0, PAINS_SHOWN),
        moments: points.filter(({ momentOfTruth }) => momentOfTruth),
      }
    })
    const model = {
      ...roomHead(room, 'experience'),
      stages,
      left: withoutStage(ideas, STAGES),
      svg: writeSvg(
        drawExperience(stages, {
          good: t('findings.experience.good'),
          bad: t('findings.experience.bad'),
        }),
        {
          id: 'experience',
          title: t('findings.experience.drawing'),
          description: stages
            .flatMap(({ name, felt, n }) => (felt === null ? [] : [`${name}: ${felt} (n ${n})`]))
            .join('. '),
        },
      ),
    }
    render(response, 'analysis/findings/experience', model, { layout: 'staff' })
  }
}

function sayEmotion(emotion: number, lang: string): string {
  return formatNumber(emotion, lang, 1).replace('-', '−')
}
