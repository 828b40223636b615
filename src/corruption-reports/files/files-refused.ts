import { ExpectedError } from '../../platform/errors.ts'
import type { Lack } from '../shortage-store.ts'

/** The budget for files is used up; texts have their own room and are taken all the same. */
export class NoRoomForFiles extends ExpectedError {
  readonly status = 507
  readonly code = 'no_room_for_files'
  readonly lack: Lack

  constructor(lack: Lack) {
    super()
    this.lack = lack
  }
}

/** The work was not done, or for another file, or too long ago. */
export class WorkNotDone extends ExpectedError {
  readonly status = 403
  readonly code = 'work_not_done'
}
