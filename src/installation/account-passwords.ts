import type { Db } from '../platform/database/connection.ts'
import type { DataProblem } from '../platform/data-file.ts'
import {
  findAccountByEmail,
  hashPassword,
  makeOneTimePassword,
  passwordFault,
} from '../people/index.ts'
import type { AdministrationFile } from './administration-file.ts'

export interface MadePassword {
  email: string
  password: string
}

/** An account of the file: one that is there already, or one to create. */
export type PreparedAccount =
  | { email: string; accountId: string }
  | {
      email: string
      name: string
      language: string
      passwordHash: string
      mustChangePassword: boolean
    }

export interface PreparedAccounts {
  accounts: readonly PreparedAccount[]
  /** Shown once, kept nowhere. */
  made: readonly MadePassword[]
}

export function passwordProblems(file: AdministrationFile): DataProblem[] {
  return file.accounts.flatMap(({ email, name, password }, index) => {
    const fault = password === undefined ? null : passwordFault(password, { email, name })
    return fault === null
      ? []
      : [{ path: ['accounts', index, 'password'], message: `is not good enough: ${fault}` }]
  })
}

/** Hashing takes its time, so it is done before the transaction, once for each password. */
export async function prepareAccounts(db: Db, file: AdministrationFile): Promise<PreparedAccounts> {
  const accounts: PreparedAccount[] = []
  const made: MadePassword[] = []
  const hashes = new Map<string, string>()
  for (const { email, name, language, password: given } of file.accounts) {
    const known = await findAccountByEmail(db, email)
    if (known) {
      accounts.push({ email, accountId: known.accountId })
      continue
    }
    const password = given ?? makeOneTimePassword()
    const passwordHash = hashes.get(password) ?? (await hashPassword(password))
    hashes.set(password, passwordHash)
    const mustChangePassword = given === undefined
    if (mustChangePassword) made.push({ email, password })
    accounts.push({ email, name, language, passwordHash, mustChangePassword })
  }
  return { accounts, made }
}
