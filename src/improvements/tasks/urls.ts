import type { TaskOrigin } from './task.ts'

/** Tasks; `:slug` is the administration's. */
export const paths = {
  list: '/personal/:slug/tareas',
  task: '/personal/:slug/tareas/:taskId',
  done: '/personal/:slug/tareas/:taskId/hecha',
  handing: '/personal/:slug/tareas/:taskId/encargo',
  dropping: '/personal/:slug/tareas/:taskId/baja',
  evidence: '/personal/:slug/tareas/:taskId/evidencias',
} as const

export function taskUrls(slug: string) {
  const of = (path: string, taskId: string) =>
    path.replace(':slug', slug).replace(':taskId', taskId)
  return {
    list: of(paths.list, ''),
    task: (taskId: string) => of(paths.task, taskId),
    done: (taskId: string) => of(paths.done, taskId),
    handing: (taskId: string) => of(paths.handing, taskId),
    dropping: (taskId: string) => of(paths.dropping, taskId),
    evidence: (taskId: string) => of(paths.evidence, taskId),
  }
}

/** Where that stands out of which a task was promised, for origins with a page of their own. */
const originPaths: Partial<Record<TaskOrigin, string>> = {
  meeting: '/personal/:slug/equipo/reuniones/:id',
  measure: '/personal/:slug/casos/:id',
  corrective: '/personal/:slug/medidas#c-:id',
  inspection: '/personal/:slug/inspecciones/:id',
  practice: '/personal/:slug/practicas/:id',
}

export function originUrl(slug: string, origin: TaskOrigin, originId: string): string | null {
  // a promise is named by its case and its answer
  const [id = ''] = originId.split('.')
  return originPaths[origin]?.replace(':slug', slug).replace(':id', id) ?? null
}
