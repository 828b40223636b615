import { destination, pino, type Logger, type LoggerOptions } from 'pino'
import type { Config } from '../../config.ts'
import { describeError } from './describe-error.ts'

/**
 * One JSON line an event, on standard output. Nothing personal goes in: ids and codes only, never
 * bodies, query strings, addresses of people or texts.
 */
export type Log = Logger

export function openLog(
  config: Pick<Config, 'logLevel'>,
  stream: 'stdout' | 'stderr' = 'stdout',
): Log {
  const options: LoggerOptions = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (level) => ({ level }) },
    serializers: { err: describeError, error: describeError },
  }
  return pino(options, destination({ fd: stream === 'stdout' ? 1 : 2, sync: true }))
}

export { describeError }
