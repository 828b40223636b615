import { readEnvironment } from '../../src/environment.ts'
import { CannotStart } from '../../src/platform/errors.ts'
import { isLanguage, learnLanguages, missingTexts } from '../../src/platform/i18n/index.ts'
import type { Command } from '../command-line/command.ts'

export const command: Command = {
  summary: 'List the texts that a language does not say yet; pages show them in Spanish.',
  usage: 'missing-texts LANGUAGE',
  words: 1,
  run({ words: [language] }, terminal) {
    const { localesDir } = readEnvironment()
    if (localesDir !== null) learnLanguages(localesDir)
    if (!isLanguage(language)) throw new CannotStart(`There are no texts in ${String(language)}.`)
    const missing = missingTexts(language)
    for (const key of missing) terminal.say(key)
    terminal.say(missing.length === 0 ? 'Nothing is missing.' : `${missing.length} are missing.`)
    return Promise.resolve()
  },
}
