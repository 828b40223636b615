import { readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'

export interface Account {
  uid: number
  gid: number
}

/** Ours if the machine was given one, else the usual ones of a machine. */
const CANDIDATES = ['libro-abierto', 'postgres', 'nobody']
const OVERFLOW: Account = { uid: 65534, gid: 65534 }

export function unprivilegedAccount(passwd: string = readFileSync('/etc/passwd', 'utf8')): Account {
  const lines = passwd.split('\n').map((line) => line.split(':'))
  for (const candidate of CANDIDATES) {
    const found = lines.find(([name]) => name === candidate)
    if (found) return { uid: Number(found[2]), gid: Number(found[3]) }
  }
  return OVERFLOW
}

/** Whether the account may enter every folder above a path, and read (or enter) the path itself. */
export function canReach(path: string, account: Account): boolean {
  const folders = [path]
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    folders.push(folder)
  }
  return folders.every((folder) => mayEnter(folder, account))
}

function mayEnter(path: string, { uid, gid }: Account): boolean {
  const { mode, uid: owner, gid: group } = statSync(path)
  if (owner === uid) return (mode & 0o100) !== 0
  if (group === gid) return (mode & 0o010) !== 0
  return (mode & 0o001) !== 0
}
