export interface TableData {
  form: string
  percent: boolean
  title: string
  categories: string[]
  /** Of each value what the table says: where there is none, why. */
  series: { name: string; values: (number | null)[]; said: string[] }[]
}

const MOST_BARS = 12

/** A chart's numbers from the table beside it; null where there is nothing to draw. */
export function readTable(figure: HTMLElement): TableData | null {
  const { chart: form = '', percent } = figure.dataset
  const table = figure.querySelector('table')
  const title = figure.querySelector('figcaption')?.textContent?.trim() ?? ''
  if (!table || !figure.querySelector('svg')) return null
  const heads = [...table.querySelectorAll('thead th')].slice(1)
  // the server draws no more either: the rest stands in the table
  const most = form === 'bars' || form === 'shares' ? MOST_BARS : Infinity
  const rows = [...table.querySelectorAll('tbody tr')].slice(0, most)
  const series = heads.flatMap((head, index) => {
    const told = rows.map((row) => row.querySelectorAll('td')[index])
    const cells = told.map((cell) => cell?.dataset['value'])
    if (cells.every((cell) => cell === undefined)) return []
    const values = cells.map((cell) => (cell === undefined || cell === '' ? null : Number(cell)))
    const said = told.map((cell) => cell?.textContent?.trim() ?? '')
    return [{ name: head.textContent ?? '', values, said }]
  })
  return {
    form,
    percent: percent === 'true',
    title,
    categories: rows.map((row) => row.querySelector('th')?.textContent ?? ''),
    series,
  }
}
