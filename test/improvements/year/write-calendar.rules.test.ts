import { describe, expect, it } from '@jest/globals'
import { writeCalendar } from '../../../src/improvements/year/write-calendar.ts'

const now = new Date('2026-03-02T16:00:00.123Z')
const write = (summary: string) =>
  writeCalendar(
    [{ id: 'task-1', on: '2026-12-31', summary, url: 'https://libro.example.org/personal' }],
    { name: 'Mejora; Tres, Jacarandas', host: 'libro.example.org', now },
  )

describe('The calendar as programs read it', () => {
  it('has whole days, stable names and the ends of lines that the norm asks for', () => {
    const text = write('Reunión')
    expect(text.split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Libro Abierto//Calendar of the year//ES',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'X-WR-CALNAME:Mejora\\; Tres\\, Jacarandas',
      'BEGIN:VEVENT',
      'UID:task-1@libro.example.org',
      'DTSTAMP:20260302T160000Z',
      'DTSTART;VALUE=DATE:20261231',
      'DTEND;VALUE=DATE:20270101',
      'SUMMARY:Reunión',
      'URL:https://libro.example.org/personal',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ])
  })

  it('folds long lines by octets and never within a character', () => {
    const summary = 'ñandú, '.repeat(40)
    const lines = write(summary).split('\r\n')
    expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    const unfolded = write(summary).replaceAll('\r\n ', '')
    expect(unfolded).toContain(`SUMMARY:${'ñandú\\, '.repeat(40)}`)
  })

  it('lets no text begin a line of its own', () => {
    expect(write('a\nEND:VEVENT')).toContain('SUMMARY:a\\nEND:VEVENT')
  })
})
