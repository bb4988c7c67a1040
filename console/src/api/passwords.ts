/** Characters that the API asks of a new password; said before anybody tries a shorter one. */
export const MIN_PASSWORD = 10;
