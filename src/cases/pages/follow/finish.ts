import { render, type Page } from '../../../platform/web/index.ts'
import { followUrl } from '../../case-urls.ts'
import { forgetFollower } from '../follower-session.ts'
import { finishedUrl } from './follow-urls.ts'

/** For shared screens: whoever sits down next finds nothing. */
export const finish: Page = (_request, response) => {
  forgetFollower(response)
  response.clearCookie('sid')
  response.clearCookie('form')
  response.redirect(303, finishedUrl)
}

export const showFinished: Page = (_request, response) => {
  const title = response.locals.t('follow.finished.title')
  render(response, 'cases/follow/finished', { title, followUrl })
}
