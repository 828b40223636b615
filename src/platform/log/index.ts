import { pino, type Logger } from 'pino'
import type { Config } from '../../config.ts'
import { describeError } from './describe-error.ts'

/**
 * One JSON line an event, on standard output. Nothing personal goes in: ids and codes only, never
 * bodies, query strings, addresses of people or texts.
 */
export type Log = Logger

export function openLog(config: Pick<Config, 'logLevel'>): Log {
  return pino({
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: describeError, error: describeError },
  })
}

export { describeError }
