import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals'
import { openSecrets } from '../../src/platform/secrets.ts'

describe('the secrets of an installation', () => {
  let dataDir: string
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'libro-abierto-secrets-'))
  })
  afterEach(() => rmSync(dataDir, { recursive: true }))

  const master = () => join(dataDir, 'secrets', 'master.key')

  it('are made once and stay the same after a restart', () => {
    const first = openSecrets(dataDir).keyFor('tracking-tokens')
    expect(openSecrets(dataDir).keyFor('tracking-tokens')).toEqual(first)
    expect(first).toHaveLength(32)
  })

  it('differ for each purpose', () => {
    const secrets = openSecrets(dataDir)
    expect(secrets.keyFor('sessions')).not.toEqual(secrets.keyFor('form-tokens'))
  })

  it('differ between installations', () => {
    const first = openSecrets(dataDir).keyFor('sessions')
    rmSync(master())
    expect(openSecrets(dataDir).keyFor('sessions')).not.toEqual(first)
  })

  it('lie where nobody else can read them', () => {
    openSecrets(dataDir)
    expect(statSync(master()).mode & 0o777).toBe(0o600)
    expect(statSync(join(dataDir, 'secrets')).mode & 0o777).toBe(0o700)
  })

  it('are not made anew when the file is damaged, since all that they protect would be lost', () => {
    openSecrets(dataDir)
    writeFileSync(master(), 'AAAA')
    expect(() => openSecrets(dataDir)).toThrow('damaged')
    expect(readFileSync(master(), 'utf8')).toBe('AAAA')
  })
})
