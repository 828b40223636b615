import type { Config } from '../config.ts'

/** The same however often it is tried, so that mailboxes recognise a letter that came twice. */
export function messageIdOf(noticeId: string, config: Pick<Config, 'baseUrl'>): string {
  return `<${noticeId}@${hostOf(config)}>`
}

/** The letter that a bounce or a reply speaks of; null when it is none of ours. */
export function noticeIdIn(messageId: string, config: Pick<Config, 'baseUrl'>): string | null {
  const [, id, host] =
    /^<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@([^<>]+)>$/.exec(messageId) ?? []
  return id !== undefined && host?.toLowerCase() === hostOf(config) ? id : null
}

function hostOf({ baseUrl }: Pick<Config, 'baseUrl'>): string {
  return new URL(baseUrl).hostname
}
