"""What every answer is sent with, whoever made it: a page, a file, an error, or a gate before Django."""

# Nothing of a page needs a device, a payment or the place it is read at.
NOT_USED = "accelerometer camera display-capture geolocation gyroscope magnetometer microphone midi payment usb"
ALWAYS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # a private link must not travel in a Referer
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": ", ".join(f"{feature}=()" for feature in NOT_USED.split()),
}
BEFORE_DJANGO = ALWAYS | {
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cache-Control": "private, no-store",
}


class SendAlways:
    """The first of all: what it adds is on the answers of the others, too."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        framed = getattr(response, "xframe_options_exempt", False)
        for name, value in ALWAYS.items():
            if not (framed and name == "X-Frame-Options"):
                response.headers.setdefault(name, value)
        return response
