from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('roles', '0013_start'),
    ]

    operations = [
        migrations.CreateModel(
            name='LastRun',
            fields=[
                ('name', models.CharField(max_length=20, primary_key=True, serialize=False)),
                ('finished_at', models.DateTimeField()),
                ('done', models.JSONField(default=dict)),
            ],
            options={
                'default_permissions': (),
            },
        ),
    ]
