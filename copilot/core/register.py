"""How people talk in a chat: as friends, or as at work."""

from __future__ import annotations

import re
from collections.abc import Sequence

from copilot.core.model import Message

FRIENDS = "friends"
WORK = "work"

_RECENT = 12
_WORK = re.compile(
    r"您|贵司|贵公司|客户|合同|项目|方案|报价|会议|查收|经理|订单|发票|需求|上线|甲方|同事|部门|请假|老师"
    r"|报告|进度|评审|附件|下单|退款|退货|发货|产品|周报|排期"
    r"|\b(?:regards|dear|sir|madam|attached|invoice|contract|deadline|meeting|client|project"
    r"|proposal|report|slides|deck|quarter|colleagues?|schedule|scheduled|manager|budget|review"
    r"|draft|order|refund|shipping|q[1-4]|appreciate|kindly|available|would you|could you please"
    r"|please (?:find|advise|confirm|share|send|let me know))\b"
    r"|[\w.+-]+@[\w-]+\.\w+",
    re.IGNORECASE,
)
_FRIENDS = re.compile(
    r"哈哈|嘿嘿|嘻嘻|宝贝|宝宝|亲爱的|么么|爱你|想你|～|啦|呀|嘛|咱|老铁|哥们|闺蜜|爸|妈"
    r"|\b(?:lol|lmao|haha\w*|omg|babe|bro|dude|wanna|gonna|u|ur|xoxo|luv|mom|dad|ya|hey+|yo)\b"
    r"|[\U0001f600-\U0001f64f\U0001f970-\U0001f97a❤💕😘🥰]",
    re.IGNORECASE,
)


def register_of(messages: Sequence[Message]) -> str:
    """`WORK` where more recent messages sound like work than like friends, else `FRIENDS`."""
    texts = [message.text for message in messages[-_RECENT:]]
    work = sum(bool(_WORK.search(text)) for text in texts)
    friends = sum(bool(_FRIENDS.search(text)) for text in texts)
    return WORK if work > friends else FRIENDS
