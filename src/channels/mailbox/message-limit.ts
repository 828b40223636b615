/** What mail servers take at most, and more than five files of a filing weigh; the rest is left off. */
export const MESSAGE_LIMIT = 64 * 1024 * 1024
