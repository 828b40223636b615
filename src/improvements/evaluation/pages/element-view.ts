import { formatDate } from '../../../platform/i18n/index.ts'
import { inLanguage } from '../../../regimes/index.ts'
import { evidenceUrls } from '../../evidence/index.ts'
import { isOverdue, taskUrls } from '../../tasks/index.ts'
import type { ShownElement } from '../shown.ts'
import type { RoomOfCentre } from './evaluation-room.ts'

/** An element with everything that there is for it, as links. */
export function elementView(
  { element, standing, proofs, added, tasks }: ShownElement,
  { lang, t, slug, urls, there, today }: RoomOfCentre,
  names: ReadonlyMap<string, string>,
) {
  return {
    id: element.id,
    text: inLanguage(element.text, lang),
    characteristics: element.characteristics.map((one) => inLanguage(one, lang)),
    standing,
    standingText: t(`improvements-evaluation.standing.${standing}`),
    href: there(urls.element(element.id)),
    proofs: proofs.map(({ title, href, state, lacks, on }) => ({
      ...{ title, href, lacks },
      isWhole: state === 'proved',
      on: on === null ? '' : formatDate(on, lang),
    })),
    added: added.map(({ evidenceId, caption, fileName }) => ({
      text: caption || fileName,
      href: evidenceUrls(slug).file(evidenceId),
    })),
    tasks: tasks.map((task) => ({
      text: t(`improvements-evaluation.owed.${task.state}`, {
        what: task.what,
        name: names.get(task.ownerId) ?? '',
        day: formatDate(task.dueOn, lang),
      }),
      href: taskUrls(slug).task(task.taskId),
      isLate: isOverdue(task, today),
    })),
  }
}
