import type { Message } from './read-message.ts'

export interface Bounce {
  /** Message ids of the letters that it speaks of. */
  letters: readonly string[]
  /** False: it is only late, or it arrived. */
  forGood: boolean
}

/** Which letter a mail server could not deliver (RFC 3464); older ones only send the letter back. */
export function readBounce({ files, text, answers }: Message): Bounce {
  const report = files.find(({ mediaType }) => mediaType === 'message/delivery-status')
  const returned = files
    .filter(({ mediaType }) => /^(message\/rfc822|text\/rfc822-headers)/.test(mediaType))
    .map(({ content }) => content.subarray(0, HEAD).toString('latin1'))
  const letters = [...returned, text].flatMap((part) =>
    [...part.matchAll(/^[>\s]*message-id:\s*(<[^<>\s]+>)/gim)].map(([, id]) => id ?? ''),
  )
  const actions = report ? actionsIn(report.content.toString('latin1')) : ['failed']
  return { letters: [...new Set([...letters, ...answers])], forGood: actions.includes('failed') }
}

/** Where the headers of a returned letter stand. */
const HEAD = 64 * 1024

function actionsIn(report: string): string[] {
  return [...report.matchAll(/^action:\s*(\w+)/gim)].map(
    ([, action]) => action?.toLowerCase() ?? '',
  )
}
