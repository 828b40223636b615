import { describe, expect, it } from '@jest/globals'
import { hasText, languages } from '../../src/platform/i18n/index.ts'
import { STEPS } from '../../src/regimes/index.ts'

describe.each(languages)('In %s', (language) => {
  it.each(STEPS)('the step %s has a name', (step) => {
    expect(hasText(language, `installation.step.${step}`)).toBe(true)
  })
})
