/** Ids, codes, days and counts. */
export type AuditDetails = Readonly<
  Record<string, string | number | boolean | null | readonly string[]>
>

const CODE = /^[\w.:/+-]{0,80}$/

/** Whether the log takes it as an id or a code. */
export function isLoggable(text: string): boolean {
  return CODE.test(text)
}

/** The log is kept long and read by many: a text, a name or an address in it is our mistake. */
export function assertNothingPersonal(details: AuditDetails): void {
  for (const [name, value] of Object.entries(details)) {
    const texts = [value].flat().filter((each) => typeof each === 'string')
    if (!texts.every(isLoggable)) {
      throw new Error(`The audit log takes ids and codes only: see "${name}"`)
    }
  }
}
