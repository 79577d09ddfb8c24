import { Mistake, shown } from "../../values/mistake";

/** Minutes are `*`: Renovate does not run to the minute. */
const CRON = /^\*(?:\s+[\w*,/#-]+){4}$/;

const WORDS =
  /^(?:at|any|time|before|after|between|through|starting|and|also|except|on|of|the|every|first|last|instance|days?|weekdays?|weekends?|weeks?|months?|quarters?|years?|hours?|minutes?)$/i;

const DAYS_AND_MONTHS =
  /^(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/i;

const NUMBER = /^\d{1,4}(?:st|nd|rd|th|(?::\d\d)?(?:am|pm)?)$/i;

/** @throws where a word is none of those that Renovate reads */
export function checkSchedule(where: string, schedule: string): void {
  const words = schedule.split(/[\s,]+/).filter((word) => word !== "");
  const isRead = (word: string) => [WORDS, DAYS_AND_MONTHS, NUMBER].some((each) => each.test(word));
  if (CRON.test(schedule.trim()) || (words.length > 0 && words.every(isRead))) return;
  throw new Mistake({
    where,
    what: `schedule is ${shown(schedule)}`,
    allowed: "it is in Renovate's words or, with * for the minutes, in cron's",
    fix: 'write one like "before 3am on Monday" or "* 0-3 * * 1"',
  });
}
