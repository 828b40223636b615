/** To the person: how their request stands. */
export const DATA_REQUEST_MOVED = 'data_request_moved'
/** To the responsible: a request that waits for them. */
export const DATA_REQUEST_WAITS = 'data_request_waits'
