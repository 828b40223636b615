import { describe, expect, it } from '@jest/globals'
import { unprivilegedAccount } from '../../../src/platform/database/embedded/account.ts'

const root = 'root:x:0:0:root:/root:/bin/bash'
const nobody = 'nobody:x:65534:65534::/nonexistent:/usr/sbin/nologin'
const postgres = 'postgres:x:101:104::/var/lib/postgresql:/bin/bash'
const ours = 'libro-abierto:x:990:991::/:/usr/sbin/nologin'

describe('the account that runs the embedded database for root', () => {
  it.each([
    [
      'ours where the machine was given one',
      [root, nobody, postgres, ours],
      { uid: 990, gid: 991 },
    ],
    [
      'else the one of a PostgreSQL on the machine',
      [root, nobody, postgres],
      { uid: 101, gid: 104 },
    ],
    ['else nobody', [root, nobody], { uid: 65534, gid: 65534 }],
    ['and nobody also where nobody is listed', [root], { uid: 65534, gid: 65534 }],
  ])('is %s', (_which, passwd, account) => {
    expect(unprivilegedAccount(passwd.join('\n'))).toEqual(account)
  })
})
