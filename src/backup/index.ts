/**
 * Backup and restore: one encrypted file with every table as of one instant and every file that people
 * sent. The key comes from the installation's master secret, which is kept apart and is not in it.
 */
export { readKeysBackup, writeKeysBackup } from './keys-backup.ts'
export { readBackup, type RestoreReport } from './read-backup.ts'
export { writeBackup, type BackupReport } from './write-backup.ts'
