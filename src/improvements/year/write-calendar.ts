import { addDays, type PlainDate } from '../../platform/dates.ts'

/** A day on which something falls due, with nothing in it that anybody may not read. */
export interface CalendarDay {
  /** The same as long as it is the same thing. */
  id: string
  on: PlainDate
  summary: string
  url: string
}

const LONGEST_LINE = 75

/** A calendar as RFC 5545 writes it: whole days, lines of 75 octets, ended by CR and LF. */
export function writeCalendar(
  days: readonly CalendarDay[],
  { name, host, now }: { name: string; host: string; now: Date },
): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Libro Abierto//Calendar of the year//ES',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escapeText(name)}`,
    ...days.flatMap((day) => [
      'BEGIN:VEVENT',
      `UID:${day.id}@${host}`,
      `DTSTAMP:${stamp}`,
      `DTSTART;VALUE=DATE:${compact(day.on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(day.on, 1))}`,
      `SUMMARY:${escapeText(day.summary)}`,
      `URL:${day.url}`,
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${fold(line)}\r\n`).join('')
}

const compact = (day: PlainDate) => day.replaceAll('-', '')

/** RFC 5545, 3.3.11. */
function escapeText(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

/** RFC 5545, 3.1: counted in octets, and never within a character. */
function fold(line: string): string {
  const pieces: string[] = ['']
  let room = LONGEST_LINE
  for (const character of line) {
    const octets = Buffer.byteLength(character)
    if (octets > room) {
      pieces.push('')
      // the space that begins it counts
      room = LONGEST_LINE - 1
    }
    pieces[pieces.length - 1] += character
    room -= octets
  }
  return pieces.join('\r\n ')
}
