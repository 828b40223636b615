/** A filing with its photos and what the disk needs beside them. */
const FOR_ONE_FILING = 12_000_000

/** Asked before a person begins, so that nobody writes in vain. */
export async function hasRoom(): Promise<boolean> {
  const { quota, usage = 0 } = await navigator.storage.estimate()
  return quota === undefined || quota - usage > FOR_ONE_FILING
}

/** So that the browser does not throw the queue away when the disk is full. */
export async function askToKeep(): Promise<void> {
  if (!(await navigator.storage.persisted())) await navigator.storage.persist()
}
