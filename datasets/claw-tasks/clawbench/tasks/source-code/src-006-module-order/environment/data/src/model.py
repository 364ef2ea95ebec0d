from dataclasses import dataclass


@dataclass
class Order:
    id: int
    seat: str
    read: str
