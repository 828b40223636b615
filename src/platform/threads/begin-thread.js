import { workerData } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

// a thread does not inherit who reads TypeScript
register()
await import(workerData.module)
