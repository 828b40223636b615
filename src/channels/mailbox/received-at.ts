const OLDEST_MS = 7 * 86_400_000

/**
 * When our mail server took a message over that it hands to us only now, perhaps after trying for days:
 * the date of its own line, which stands first.
 */
export function receivedAt(raw: Buffer, now: Date): Date {
  const [head = ''] = raw
    .subarray(0, 64 * 1024)
    .toString('latin1')
    .split(/\r?\n\r?\n/)
  const [, line = ''] = /^received:(.*)$/im.exec(head.replace(/\r?\n[ \t]+/g, ' ')) ?? []
  const at = Date.parse(
    line
      .split(';')
      .at(-1)
      ?.replace(/\([^)]*\)/g, '')
      .trim() ?? '',
  )
  const isLikely = at <= now.getTime() && now.getTime() - at < OLDEST_MS
  return isLikely ? new Date(at) : now
}
