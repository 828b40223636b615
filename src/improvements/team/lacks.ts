import type { Colleague } from '../../people/index.ts'
import type { T } from '../../platform/i18n/index.ts'
import { gone, missingRoles, notNamed, type Charter } from './charter.ts'

/** What the charter does not say of the office as it is today, as sentences. */
export function lacksOf(
  t: T,
  { members }: Pick<Charter, 'members'>,
  { colleagues, assigned }: Record<'colleagues' | 'assigned', readonly Colleague[]>,
  named: (people: readonly { name: string }[]) => string,
): string[] {
  const roles = missingRoles(members).map((role) => t(`improvements-team.roles.${role}`))
  const missing = notNamed(members, assigned)
  const left = gone(members, colleagues)
  const unsigned = members.filter(({ signedOn }) => signedOn === null)
  return [
    ...(roles.length > 0 ? [t('improvements-team.lacks.roles', { roles: roles.join(', ') })] : []),
    ...(missing.length > 0 ? [t('improvements-team.lacks.named', { people: named(missing) })] : []),
    ...(left.length > 0 ? [t('improvements-team.lacks.gone', { people: named(left) })] : []),
    ...(unsigned.length > 0
      ? [t('improvements-team.lacks.signed', { count: unsigned.length })]
      : []),
  ]
}
