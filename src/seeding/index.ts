/**
 * Invented cases: a book filled with people who do not exist, for trying, showing and measuring. It stands
 * above the other rooms and works through their actions, so that what it leaves behind is a book like any.
 */
export { fillDemo } from './actions/fill-demo.ts'
export { seedBook, type SeedReport } from './actions/seed-book.ts'
export { maySeed } from './may-seed.ts'
export type { SeedRequest } from './making.ts'
export { seedAtOnce } from './actions/seed-at-once.ts'
export { tellStory, type StoryDays } from './actions/tell-story.ts'
