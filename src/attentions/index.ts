/**
 * How many people were attended, by service, place, day and channel: tapped at the counter, written in a
 * register, imported, or told by another system. They are what every rate is counted on.
 */
export { countOne, importCounts, takeCounts } from './actions/count-attention.ts'
export { registerAttention, switchRegister } from './actions/keep-register.ts'
export {
  ATTENTION_CHANNELS,
  type Attended,
  type AttentionChannel,
  type AttentionSource,
} from './attention.ts'
export {
  countAttended,
  listAttended,
  listCountedMonths,
  listTotals,
  type AttentionTotal,
  type CountedMonth,
  type Period,
} from './count-store.ts'
export { attentionRoutes, attentionSection } from './pages/routes.ts'
export {
  countMinutes,
  listServiceTimes,
  type MinutesCount,
  type ServiceTime,
} from './register-store.ts'
export { countPeopleAttended, erasePeopleAttended } from './register-retention-store.ts'
