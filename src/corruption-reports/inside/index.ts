/** The rooms of those who hold keys: where they exist, and what their pages may do. */
export { hostGate, sideOf } from './host-gate.ts'
export { roomHeaders } from './room-headers.ts'
