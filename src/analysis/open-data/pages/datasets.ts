import { render, type Page } from '../../../platform/web/index.ts'
import type { System } from '../../../system.ts'
import { dictionary } from '../dictionary.ts'
import { enterPublicRoom } from './room.ts'

/** The files of open data, what their columns mean, and under which licence they may be used. */
export function showDatasets(system: System): Page {
  return async (request, response) => {
    const { book, years, urls, t } = await enterPublicRoom(system, request, response)
    const model = {
      title: t('open-data.datasets.title'),
      backUrl: urls.transparency,
      files: years.map((year) => ({ year, csv: urls.csv(year), json: urls.json(year) })),
      dictionaryUrl: urls.dictionary,
      fields: dictionary(t).fields,
      licence: book.administration.contact.dataLicence ?? null,
    }
    render(response, 'analysis/datasets', model)
  }
}
