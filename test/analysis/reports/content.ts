import {
  TEXTS,
  type ReportBlocks,
  type ReportContent,
  type ReportFigure,
  type TextKey,
} from '../../../src/analysis/reports/report.ts'

export function aFigure(more: Partial<ReportFigure> = {}): ReportFigure {
  return {
    id: 'Q04/share/complaint',
    indicator: 'Q04',
    label: 'Respondidos a tiempo, de los que vencían',
    value: 0.875,
    shown: '87.5 %',
    n: 40,
    interval: '73.9 % – 94.5 %',
    before: '70.0 %',
    yearBefore: 'sin datos',
    ...more,
  }
}

function blocksWith(figure: ReportFigure): ReportBlocks {
  return {
    received: [
      {
        type: 'chart',
        chart: {
          form: 'bars',
          title: 'De qué se habló',
          unit: { text: 'casos', as: 'number', decimals: 0 },
          axis: 'Motivo',
          categories: ['Espera', 'Trato'],
          series: [{ name: 'casos', points: [{ value: 24 }, { value: 16 }] }],
        },
      },
    ],
    times: [{ type: 'figures', title: 'Queja', figures: [figure] }],
    voices: [
      {
        type: 'quotes',
        title: 'En sus palabras',
        quotes: [{ text: 'Esperé toda la mañana […].', theme: 'Espera' }],
      },
    ],
    actions: [
      { type: 'items', title: 'Lo propuesto', items: [{ title: 'Más sillas', text: 'Hecho' }] },
    ],
  }
}

/** A quarter of an invented office, in which few things happened. */
export function aContent(
  more: Partial<Record<TextKey, string>> = {},
  figure: ReportFigure = aFigure(),
): ReportContent {
  const texts = Object.fromEntries(TEXTS.map((key) => [key, '']))
  const hidden = { ...figure, value: null, n: null, shown: 'oculto: muy pocos', interval: '' }
  return {
    lang: 'es',
    administration: 'Municipio de Prueba',
    period: '2026-Q3',
    countedAt: '2026-10-01T15:00:00.000Z',
    texts: {
      ...(texts as Record<TextKey, string>),
      summary: 'Se respondió mejor.\n\nLa espera sigue siendo lo que más molesta.',
      citizens: 'Pusimos más sillas.',
      ...more,
    },
    blocks: { inside: blocksWith(figure), public: blocksWith(hidden) },
    changes: { inside: [], public: [] },
  }
}
