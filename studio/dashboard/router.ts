// The addresses of the dashboard: the whole library, and the documents of one status.

import {route} from 'sanity/router'

export const dashboardRouter = route.create('/', [route.create('/:status')])
