import { readTable } from './read-table.ts'
import { drawOver } from './draw-over.ts'

/** Where it runs, each drawing of the server becomes one that answers to the pointer and can be saved. */
const words = document.getElementById('chart-words')
for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) {
  const data = readTable(figure)
  if (data) drawOver(figure, data, words?.dataset['save'] ?? '')
}
