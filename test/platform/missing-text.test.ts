import { describe, expect, it } from '@jest/globals'
import { translator } from '../../src/platform/i18n/index.ts'
import { openTestSystem } from '../support/test-system.ts'

describe('A text that was forgotten', () => {
  it('stops the page in development, and is shown as its key in production', async () => {
    const t = translator('es')
    const development = await openTestSystem()
    expect(() => t('errors.nobody.wrote.this')).toThrow('No text for errors.nobody.wrote.this')
    await development.close()
    const production = await openTestSystem({
      env: {
        NODE_ENV: 'production',
        BASE_URL: 'https://libro.example',
        SMTP_URL: 'smtp://localhost:9',
        MAIL_FROM: 'libro@libro.example',
      },
    })
    expect(t('errors.nobody.wrote.this')).toBe('errors.nobody.wrote.this')
    await production.close()
  })
})
