"""`python -m bot` without Telegram's limits, and with an eye on news all the time: the bot of tests that say much."""

import sys
from functools import partial

from bot import __main__ as program
from bot.channels import telegram
from bot.conversation import watch
from bot.delivery.limits import Pace

if __name__ == "__main__":
    quick = telegram.Tuning(pace=Pace(overall=1000, between=0.0, group=1000))
    watch.LOOK_SECONDS = 0.2  # for news, and for whose menu is another by now
    telegram.serve = partial(telegram.serve, tuning=quick)
    sys.exit(program.main())
