/**
 * Tasks: whatever somebody owes by a day, out of whatever it was promised in: a meeting, an answer, an
 * inspection, a risk. Done with what shows it, handed on and dropped with a reason, counted in one way for all.
 */
export { isOverdue, TASK_ORIGINS, type Task, type TaskOrigin, type TaskToPlan } from './task.ts'
export { planTask, planTaskIn, type TaskDeed } from './actions/plan-task.ts'
export { dropTask, finishTask, handTask } from './actions/change-task.ts'
export { countTasks, countTasksOf, type TaskCount } from './task-count-store.ts'
export { getTask, listTasks, listTasksOfOrigin, type TaskFilter } from './task-store.ts'
export { tellTasksDue } from './tell-due.ts'
export { taskUrls } from './urls.ts'
export { taskRoutes, tasksSection } from './pages/routes.ts'
