import type { Response } from 'express'
import { render } from '../../platform/web/index.ts'
import type { Draft } from './draft.ts'

/** Shows what had been typed, ready to be sent with one click: nothing is sent by itself. */
export function showDraft(response: Response, draft: Draft): void {
  const { t } = response.locals
  const longest = (text: string) => text.length > 40 || text.includes('\n')
  render(
    response,
    'people/sent-draft',
    {
      title: t('people.draft.title'),
      to: draft.to,
      fields: draft.fields.map(([name, value]) => ({ name, value })),
      texts: draft.fields.map(([, value]) => value).filter(longest),
    },
    { layout: 'staff' },
  )
}
