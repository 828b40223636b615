import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'

/** What the installation was told by its environment. Nobody else reads `process.env`. */
export type Config = Readonly<ReturnType<typeof toConfig>>

/** All problems at once, one a line, so that nobody mends them one start at a time. */
export class ConfigProblems extends Error {
  constructor(problems: readonly string[]) {
    super(
      [
        'The environment is not ready:',
        ...problems.map((line) => `  - ${line}`),
        'See .env.example.',
      ].join('\n'),
    )
    this.name = 'ConfigProblems'
  }
}

/** Each of these may also be given as NAME_FILE, the path of a file that holds it. */
const secretNames = [
  'DATABASE_URL',
  'SEALED_DATABASE_URL',
  'SMTP_URL',
  'IMAP_URL',
  'SMS_WEBHOOK_URL',
  'CLAMD_URL',
  'METRICS_TOKEN',
] as const

const url = (protocols: RegExp, example: string) =>
  z.url({ protocol: protocols, error: `must be an address such as ${example}` })

const webAddress = url(/^https?$/, 'https://libro.example.org').transform((text) =>
  text.replace(/\/+$/, ''),
)
const postgresAddress = url(/^postgres(ql)?$/, 'postgres://user:password@host:5432/libro')

const megabytes = (otherwise: number) =>
  z.coerce
    .number({ error: 'must be a number of megabytes' })
    .int('must be a whole number of megabytes')
    .min(0, 'must not be negative')
    .max(1e9, 'must be at most 1000000000')
    .default(otherwise)
    .transform((megabytes) => megabytes * 1024 ** 2)

const environmentShape = z.object({
  NODE_ENV: z
    .enum(['production', 'development', 'test'], {
      error: 'must be production, development or test',
    })
    .default('development'),
  PORT: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be between 0 and 65535')
    .max(65535, 'must be between 0 and 65535')
    .default(3000),
  HOST: z.string().optional(),
  BASE_URL: webAddress.optional(),
  OFFICERS_BASE_URL: webAddress.optional(),
  DATABASE_URL: postgresAddress.optional(),
  SEALED_DATABASE_URL: postgresAddress.optional(),
  DATA_DIR: z.string().default('./var'),
  LOCALES_DIR: z.string().optional(),
  SMTP_URL: url(/^smtps?$/, 'smtp://user:password@mail.example.org:587').optional(),
  MAIL_FROM: z
    .string()
    .regex(/^[^\r\n@]*@[^\r\n@]+$/, 'must be a sender such as Libro Abierto <libro@example.org>')
    .optional(),
  IMAP_URL: url(/^imaps?$/, 'imaps://user:password@mail.example.org').optional(),
  SMS_WEBHOOK_URL: url(/^https?$/, 'https://sms.example.org/send').optional(),
  CLAMD_URL: url(/^(tcp|unix)$/, 'tcp://127.0.0.1:3310').optional(),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], {
      error: 'must be fatal, error, warn, info, debug, trace or silent',
    })
    .default('info'),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  DEMO_CASES: z.coerce
    .number({ error: 'must be a number' })
    .int('must be a whole number')
    .min(0, 'must be between 0 and 5000')
    .max(5000, 'must be between 0 and 5000')
    .default(40),
  SEALED_FILES_DAY_MB: megabytes(2048),
  SEALED_FILES_TOTAL_MB: megabytes(51_200),
  SEALED_TEXTS_RESERVE_MB: megabytes(2048),
  TRUST_PROXY: z
    .string()
    .regex(
      /^(\d+|[\da-fA-F:.,/ ]+|(loopback|linklocal|uniquelocal)(, ?(loopback|linklocal|uniquelocal))*)$/,
      'must be the number of proxies in front, or their addresses separated by commas',
    )
    .optional(),
})

type Environment = z.infer<typeof environmentShape>

export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  readSecret: (path: string) => string = (path) => readFileSync(path, 'utf8'),
): Config {
  const problems: string[] = []
  const given = withSecretsFromFiles(env, readSecret, problems)
  const parsed = environmentShape.safeParse(given)
  for (const issue of parsed.error?.issues ?? []) {
    problems.push(`${issue.path.join('.')} ${issue.message}`)
  }
  problems.push(...missingInProduction(given), ...mixedProtocols(given))
  if (problems.length > 0 || !parsed.success) throw new ConfigProblems(problems)
  return toConfig(parsed.data)
}

function withSecretsFromFiles(
  env: Readonly<Record<string, string | undefined>>,
  readSecret: (path: string) => string,
  problems: string[],
): Record<string, string> {
  const given: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && value.trim() !== '') given[name] = value.trim()
  }
  for (const name of secretNames) {
    const path = given[`${name}_FILE`]
    if (path === undefined) continue
    if (given[name] !== undefined) problems.push(`${name} and ${name}_FILE are both set`)
    try {
      given[name] = readSecret(path).trim()
    } catch {
      problems.push(`${name}_FILE cannot be read: ${path}`)
    }
  }
  return given
}

function missingInProduction(given: Readonly<Record<string, string>>): string[] {
  if (given['NODE_ENV'] !== 'production') return []
  return ['BASE_URL', 'SMTP_URL', 'MAIL_FROM']
    .filter((name) => given[name] === undefined && given[`${name}_FILE`] === undefined)
    .map((name) => `${name} is needed in production`)
}

/** Cookies and security headers are the same on both addresses. */
function mixedProtocols(given: Readonly<Record<string, string>>): string[] {
  const { BASE_URL: base, OFFICERS_BASE_URL: officers } = given
  if (base === undefined || officers === undefined) return []
  const protocol = (address: string) => address.toLowerCase().split(':')[0]
  return protocol(base) === protocol(officers)
    ? []
    : ['OFFICERS_BASE_URL must begin as BASE_URL does: both with https, or both with http']
}

function toConfig(env: Environment) {
  const baseUrl = env.BASE_URL ?? `http://localhost:${env.PORT}`
  return {
    environment: env.NODE_ENV,
    port: env.PORT,
    host: env.HOST ?? null,
    baseUrl,
    /** Where officers sign in; a house may keep it on an inner network. */
    officersBaseUrl: env.OFFICERS_BASE_URL ?? baseUrl,
    /** Null: the embedded PostgreSQL under the data folder. */
    databaseUrl: env.DATABASE_URL ?? null,
    sealedDatabaseUrl: env.SEALED_DATABASE_URL ?? null,
    dataDir: resolve(env.DATA_DIR),
    /** Further languages of the pages, a folder of JSON each; null: only those that ship. */
    localesDir: env.LOCALES_DIR === undefined ? null : resolve(env.LOCALES_DIR),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? 'Libro Abierto <libro-abierto@localhost>',
    imapUrl: env.IMAP_URL ?? null,
    smsWebhookUrl: env.SMS_WEBHOOK_URL ?? null,
    clamdUrl: env.CLAMD_URL ?? null,
    logLevel: env.LOG_LEVEL,
    metricsToken: env.METRICS_TOKEN ?? null,
    /** Invented cases with which a fresh demonstration begins. */
    demoCases: env.DEMO_CASES,
    /** In bytes; whoever runs the machine knows its disk, an administration does not. */
    sealedFiles: {
      aDay: env.SEALED_FILES_DAY_MB,
      inAll: env.SEALED_FILES_TOTAL_MB,
      leftForTexts: env.SEALED_TEXTS_RESERVE_MB,
    },
    trustProxy: trustedProxies(env.TRUST_PROXY),
  }
}

function trustedProxies(text: string | undefined): false | number | string[] {
  if (text === undefined) return false
  return /^\d+$/.test(text) ? Number(text) : text.split(',').map((address) => address.trim())
}
