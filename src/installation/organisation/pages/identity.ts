import { z } from 'zod'
import type { Identity } from '../../../administrations/index.ts'
import { hasEnoughContrast, line, optionalLine } from '../../../platform/web/index.ts'
import { IDENTITY, identitySetting } from '../identity-setting.ts'
import type { PartForm } from './part-page.ts'

const accent = optionalLine(7).pipe(
  z
    .string()
    .toLowerCase()
    .refine((text) => text === '' || /^#[0-9a-f]{6}$/.test(text), 'not_colour')
    .refine((text) => !/^#[0-9a-f]{6}$/.test(text) || hasEnoughContrast(text), 'too_pale'),
)

const typed = z.object({
  name: line(150),
  accent,
  address: optionalLine(300),
  phone: optionalLine(40),
  email: optionalLine(200).pipe(z.union([z.literal(''), z.email('not_email')])),
  website: optionalLine(300).pipe(
    z.union([z.literal(''), z.url({ protocol: /^https?$/, error: 'not_address' })], 'not_address'),
  ),
})

export const identityForm: PartForm<Identity, typeof typed> = {
  part: 'identity',
  onlyId: IDENTITY,
  view: 'installation/organisation/identity',
  setting: identitySetting,
  typed,
  fill: (identity) => ({ ...identity }),
  read: (said) => said,
  choices: () => ({}),
}
