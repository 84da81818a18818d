/** The folder of a lake that holds the files of its uploads. */
export const ASSETS_FOLDER = 'assets'
