import { leaveQuickly } from './reporter/quick-exit.ts'

leaveQuickly()
