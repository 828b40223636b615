import { describe, expect, it } from '@jest/globals'
import {
  gone,
  likelyRole,
  meetingDays,
  missingRoles,
  notNamed,
} from '../../../src/improvements/team/charter.ts'
import type { Colleague } from '../../../src/people/index.ts'

const colleague = (accountId: string, role: Colleague['posts'][number]['role']): Colleague => ({
  accountId,
  name: accountId,
  posts: [{ role, centreId: 'c', unitId: null, since: '2026-01-01' }],
})
const staff = [colleague('ana', 'office_head'), colleague('beto', 'site_officer')]

describe('The charter of a team', () => {
  it('EM-02: has a head, an internal evaluator, operative and window staff', () => {
    expect(missingRoles([{ teamRole: 'office_head' }, { teamRole: 'window' }])).toEqual([
      'internal_evaluator',
      'operative',
    ])
    expect(staff.map(likelyRole)).toEqual(['office_head', 'window'])
  })

  it('EM-01: names everybody of the centre, and says who is there no more', () => {
    const members = [{ accountId: 'ana' }, { accountId: 'carla' }]
    expect(notNamed(members, staff).map(({ name }) => name)).toEqual(['beto'])
    expect(gone(members, staff)).toEqual([{ accountId: 'carla' }])
  })

  it('EM-03: has its meetings on one weekday until the end of the year', () => {
    expect(meetingDays('2026-11-02', 'fortnightly')).toEqual([
      ...['2026-11-02', '2026-11-16', '2026-11-30', '2026-12-14', '2026-12-28'],
    ])
  })
})
