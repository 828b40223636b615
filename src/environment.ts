import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'
import { readConfig, type Config } from './config.ts'

/** The one place where the environment is read; what `.env` says counts where the environment is silent. */
export function readEnvironment(): Config {
  if (existsSync('.env')) loadEnvFile('.env')
  return readConfig(process.env)
}
