"""A choice over three cases."""

import enum


class Light(enum.Enum):
    RED = 1
    GREEN = 3


def action(light: Light) -> str:  # noqa: RET503
    if light is Light.RED:
        return "stop"
    if light is Light.GREEN:
        return "go"


for each in Light:
    print(action(each))
