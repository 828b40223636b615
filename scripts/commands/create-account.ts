import { addAccount } from '../../src/installation/index.ts'
import { defaultLanguage } from '../../src/platform/i18n/index.ts'
import type { Command } from '../command-line/command.ts'
import { withSystem } from '../command-line/with-system.ts'

export const command: Command = {
  summary:
    'Create an account for a member of staff, with a role if one is named; prints its first password.',
  usage:
    'create-account --email E --name N [--language es|en] [--role R [--administration SLUG [--centre C | --unit U]]]',
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    language: { type: 'string' },
    role: { type: 'string' },
    administration: { type: 'string' },
    centre: { type: 'string' },
    unit: { type: 'string' },
  },
  run: (line, terminal) => {
    const request = {
      email: line.need('email'),
      name: line.need('name'),
      language: line.find('language') ?? defaultLanguage,
      role: line.find('role'),
      administration: line.find('administration'),
      centre: line.find('centre'),
      unit: line.find('unit'),
    }
    return withSystem(async (system) => {
      const { email, oneTimePassword } = await addAccount(system, request, system.clock())
      terminal.say(`${email}  ${oneTimePassword}`)
      terminal.say('The password is shown only now and has to be changed at the first sign-in.')
    })
  },
}
