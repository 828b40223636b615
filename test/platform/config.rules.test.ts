import { describe, expect, it } from '@jest/globals'
import { ConfigProblems, readConfig } from '../../src/config.ts'

const production = {
  NODE_ENV: 'production',
  BASE_URL: 'https://libro.example.org/',
  SMTP_URL: 'smtp://mail.example.org',
  MAIL_FROM: 'Libro <libro@example.org>',
}

function problemsOf(env: Record<string, string>): string {
  try {
    readConfig(env)
  } catch (error) {
    if (error instanceof ConfigProblems) return error.message
    throw error
  }
  return ''
}

describe('the environment', () => {
  it('may be empty on a laptop: everything has a sensible default', () => {
    expect(readConfig({})).toMatchObject({
      environment: 'development',
      port: 3000,
      baseUrl: 'http://localhost:3000',
      databaseUrl: null,
      smtpUrl: null,
      trustProxy: false,
    })
  })

  it('says in megabytes how much room files of reports have', () => {
    const MB = 1024 ** 2
    expect(readConfig({}).sealedFiles).toEqual({
      aDay: 2048 * MB,
      inAll: 51_200 * MB,
      leftForTexts: 2048 * MB,
    })
    expect(readConfig({ SEALED_FILES_DAY_MB: '3' }).sealedFiles.aDay).toBe(3 * MB)
    expect(problemsOf({ SEALED_FILES_TOTAL_MB: '-1' })).toContain('  - SEALED_FILES_TOTAL_MB ')
  })

  it('counts an empty variable as missing', () => {
    expect(readConfig({ PORT: '', DATABASE_URL: ' ' })).toMatchObject({
      port: 3000,
      databaseUrl: null,
    })
  })

  it('is told of every problem at once', () => {
    const problems = problemsOf({
      PORT: 'many',
      DATABASE_URL: 'mysql://host/libro',
      METRICS_TOKEN: 'short',
      LOG_LEVEL: 'loud',
    })
    for (const name of ['PORT', 'DATABASE_URL', 'METRICS_TOKEN', 'LOG_LEVEL']) {
      expect(problems).toContain(`  - ${name} `)
    }
  })

  it('never repeats a wrong value, which may be a secret', () => {
    expect(problemsOf({ DATABASE_URL: 'mysql://libro:hunter2@host/libro' })).not.toContain(
      'hunter2',
    )
  })

  it('must name the address, the mail server and the sender in production', () => {
    const problems = problemsOf({ NODE_ENV: 'production' })
    expect(problems).toContain('BASE_URL is needed')
    expect(problems).toContain('SMTP_URL is needed')
    expect(problems).toContain('MAIL_FROM is needed')
    expect(readConfig(production).baseUrl).toBe('https://libro.example.org')
  })

  it('takes a secret from a file, without the line end', () => {
    const read = (path: string) => (path === '/run/secrets/db' ? 'postgres://a:b@c/d\n' : '')
    expect(readConfig({ DATABASE_URL_FILE: '/run/secrets/db' }, read).databaseUrl).toBe(
      'postgres://a:b@c/d',
    )
  })

  it('does not guess which of a variable and its file counts', () => {
    expect(
      problemsOf({ METRICS_TOKEN: 'x'.repeat(20), METRICS_TOKEN_FILE: '/no/such/file' }),
    ).toContain('both set')
  })

  it('names a secret file that cannot be read', () => {
    expect(problemsOf({ SMTP_URL_FILE: '/no/such/file' })).toContain('SMTP_URL_FILE cannot be read')
  })

  it.each([
    ['2', 2],
    ['10.0.0.1, 10.0.0.2', ['10.0.0.1', '10.0.0.2']],
    ['loopback', ['loopback']],
  ])('trusts the proxies %s', (text, trusted) => {
    expect(readConfig({ TRUST_PROXY: text }).trustProxy).toEqual(trusted)
  })

  it('refuses to trust whoever claims to be a proxy', () => {
    expect(problemsOf({ TRUST_PROXY: 'true' })).toContain('TRUST_PROXY')
  })
})
